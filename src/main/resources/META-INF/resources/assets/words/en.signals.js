/** What the pages about signals say. */
export default {};
