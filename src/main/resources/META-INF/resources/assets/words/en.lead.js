/** What the pages of `lead` say. */
export default {};
