package dev.groundswell.http;

/** What this package has to know of whoever calls. */
public interface Caller {

    /** The workspace that the credential proves. */
    String workspace();

    /** The member of the workspace who calls; 0 for somebody who is about to become one. */
    long member();

    /** A keyed hash (32 bytes) that only this workspace can make; hashes of different purposes never meet. */
    byte[] seal(String purpose, byte[] data);
}
