package dev.groundswell.release;

import dev.groundswell.access.Permission;
import dev.groundswell.http.Cursors;
import dev.groundswell.http.Ids;
import dev.groundswell.http.Page;
import dev.groundswell.http.PageQuery;
import dev.groundswell.http.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the field said, period by period. The same for everybody who may read it. */
@Path("/v1/releases")
@Tag(name = "Releases")
@PermissionsAllowed(Permission.READ_RELEASES)
class ReleaseResource {

    private static final String LIST = "releases";

    private final Releases releases;
    private final Answers answers;
    private final Cursors cursors;

    ReleaseResource(Releases releases, Answers answers, Cursors cursors) {
        this.releases = releases;
        this.answers = answers;
        this.cursors = cursors;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listReleases",
            summary = "List the periods of which something was told, the newest first",
            description = "Sealed periods that had enough reporters. What else was said is told nowhere.")
    public Page<ReleaseView.Listed> list(@BeanParam @Valid PageQuery page) {
        var position = cursors.read(LIST, page.cursor);
        var rows =
                releases.before(position == null ? Long.MAX_VALUE : Long.parseLong(position.get(0)), page.limit() + 1);
        return Page.of(
                rows, page.limit(), ReleaseView.Listed::of, last -> cursors.after(LIST, String.valueOf(last.id)));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getRelease",
            summary = "Read all that was ever told of a period",
            description =
                    "What was told never changes; answers to it are added. Every number is about at least k people, and nothing finer can be had from them together; "
                            + "trends set the same numbers beside those of the open plane.")
    public ReleaseView get(@PathParam("id") String id) {
        var view = releases.fieldView(Ids.parse(id)).orElseThrow(ProblemException::notFound);
        return ReleaseView.of(view, answers.to(List.of(view.id())).getOrDefault(view.id(), List.of()));
    }
}
