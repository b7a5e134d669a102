/** Whether a long run is asked for (`THOROUGH=1 npm test`): what tries a sample by day tries all of it then, or much more. */
export const isThorough = process.env.THOROUGH === '1'
