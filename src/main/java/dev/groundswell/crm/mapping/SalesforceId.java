package dev.groundswell.crm.mapping;

/**
 * Salesforce writes one id in two ways: 15 characters in which case matters, and 18 in which three more say which of
 * them are upper case, so that the case can be lost.
 */
public final class SalesforceId {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private SalesforceId() {}

    /** The 18 characters of an id of 15; any other text as it is. */
    public static String long18(String id) {
        if (!id.matches("[A-Za-z0-9]{15}")) {
            return id;
        }
        var all = new StringBuilder(id);
        for (int block = 0; block < 3; block++) {
            int upper = 0;
            for (int i = 0; i < 5; i++) {
                if (Character.isUpperCase(id.charAt(block * 5 + i))) {
                    upper |= 1 << i;
                }
            }
            all.append(DIGITS.charAt(upper));
        }
        return all.toString();
    }
}
