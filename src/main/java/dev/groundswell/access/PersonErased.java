package dev.groundswell.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fired inside the transaction that erases a person, for features to delete what they keep of them.
 *
 * @param member the person's id as a member; null where only a seller is erased
 * @param seller the person as a CRM calls them; null where only a member is erased
 * @param names by which free text is searched for the person
 * @param removed where observers count what they have deleted. What was said in confidence, and who used the service, is deleted
 *     uncounted: a number here would be one about a single person
 */
public record PersonErased(@Nullable Long member, @Nullable Seller seller, PersonNames names, Removed removed) {

    public PersonErased(@Nullable Long member, @Nullable Seller seller, List<String> names) {
        this(member, seller, new PersonNames(names), new Removed());
    }

    /** A seller, by the id that they have in a source of deals. */
    public record Seller(String source, String id) {}
}
