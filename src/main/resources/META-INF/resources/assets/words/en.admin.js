/** What the pages of `admin` say. */
export default {};
