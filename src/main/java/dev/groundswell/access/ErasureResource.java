package dev.groundswell.access;

import dev.groundswell.http.ProblemException;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Erases a person, as a member, as a seller of a CRM, or as both. */
@Path("/v1/erasures")
@Tag(name = "Erasure")
@PermissionsAllowed(Permission.MANAGE_ACCESS)
class ErasureResource {

    /** All that a CRM has sent lately is read once. */
    private static final int SECONDS = 600;

    private final Member.Repository members;
    private final Admins admins;
    private final Event<PersonErased> erased;
    private final Audit audit;

    ErasureResource(Member.Repository members, Admins admins, Event<PersonErased> erased, Audit audit) {
        this.members = members;
        this.admins = admins;
        this.erased = erased;
        this.audit = audit;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    @Operation(
            operationId = "erasePerson",
            summary = "Erase a person",
            description =
                    "A member goes with their keys and all that they said in confidence, in whatever state; a seller leaves their deals, and kept deliveries "
                            + "and rows of imports that hold their id go. Texts of deals that hold one of the names are cleared, and kept deliveries and rows "
                            + "that do go, too. Deals stay, and so does what was released: it holds no person. Nothing of it can be undone. It may be "
                            + "repeated: what is gone already is no error. Lock the person out of your identity provider and your CRM first, or they come back.")
    public ErasureBodies.Erasure erase(@NotNull @Valid ErasureBodies.Request body) {
        var member = body.memberId();
        var seller = body.seller();
        if (member == null && seller == null) {
            throw ProblemException.invalid("", "must name a member, an owner, or both");
        }
        if (member != null) {
            guard(member);
        }
        var person = new PersonErased(member, seller, body.namesOrNone());
        erased.fire(person);
        audit.tell("person_erased", subject(member, seller));
        return ErasureBodies.Erasure.of(person.removed());
    }

    private void guard(long id) {
        var member = members.findById(id);
        if (member == null) {
            return;
        }
        if (!member.role.isPerson()) {
            throw ProblemException.invalid("/member", "is an integration: revoke its keys instead");
        }
        admins.requireWithout(member);
    }

    private static String subject(@Nullable Long member, PersonErased.@Nullable Seller seller) {
        return member == null ? "owner" : seller == null ? "member" : "member and owner";
    }
}
