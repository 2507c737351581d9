package dev.groundswell.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.disclosure.Surfaced;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Concerns that have surfaced, and the answers to them, within the caller's transaction. */
@ApplicationScoped
public class Concerns {

    private final Release.Repository releases;
    private final Answers answers;
    private final ReleaseReader.Log readers;
    private final ObjectMapper json;

    Concerns(Release.Repository releases, Answers answers, ReleaseReader.Log readers, ObjectMapper json) {
        this.releases = releases;
        this.answers = answers;
        this.readers = readers;
        this.json = json;
    }

    /** The latest with smaller ids than this one. Whoever reads them is noted, where it is a leader or an admin. */
    public List<SurfacedConcern> before(long id, int limit) {
        var rows = releases.before(Kind.concern, id, limit);
        readers.note(rows);
        return withAnswers(rows);
    }

    /** All that surfaced on this day or later, the newest first. Whoever reads them is noted as above. */
    public List<SurfacedConcern> since(LocalDate day) {
        var rows = releases.since(Kind.concern, day);
        readers.note(rows);
        return withAnswers(rows);
    }

    /** The same for whoever counts them and reads none. */
    public List<SurfacedConcern> countedSince(LocalDate day) {
        return withAnswers(releases.since(Kind.concern, day));
    }

    public Optional<SurfacedConcern> find(long id) {
        return releases.findByIdOptional(id)
                .filter(release -> release.kind == Kind.concern)
                .map(release -> withAnswers(List.of(release)).get(0));
    }

    private List<SurfacedConcern> withAnswers(List<Release> rows) {
        var given = answers.to(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> concern(row, given.getOrDefault(row.id, List.of())))
                .toList();
    }

    private SurfacedConcern concern(Release row, List<Given> given) {
        var surfaced = read(row);
        return new SurfacedConcern(
                row.id, row.releasedOn, Topic.valueOf(surfaced.topic()), surfaced.words(), surfaced.people(), given);
    }

    private Surfaced read(Release release) {
        try {
            return json.readValue(release.body, Surfaced.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a release cannot be read", broken);
        }
    }
}
