/** What the pages about the field say. */
export default {};
