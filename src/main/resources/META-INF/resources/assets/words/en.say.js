/** What the pages of `say` say. */
export default {};
