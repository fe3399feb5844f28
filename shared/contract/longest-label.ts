/** Characters. Without schemas, for those who check by hand. */
export const longestLabel = 40;
