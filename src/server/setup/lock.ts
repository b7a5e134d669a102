/** The number of PostgreSQL's advisory lock that whoever changes the database's tables holds. */
export const SETUP_LOCK = 2_026_112_201
