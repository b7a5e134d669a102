/** Told to whoever asks for what only editors may: also to one whose session ended while they wrote. */
export const NOT_LOGGED_IN = 'Du er ikke logget ind. Log ind, og prøv igen.'
