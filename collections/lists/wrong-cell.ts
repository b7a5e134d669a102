/** A cell, or a row, that cannot be taken; why, in Danish. */
export class WrongCell extends Error {}
