package dev.groundswell.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundswell.disclosure.Disclosed;
import dev.groundswell.disclosure.Picture;
import dev.groundswell.disclosure.Surfaced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Publishes what may be told, and tells it, within the caller's transaction. */
@ApplicationScoped
public class Releases {

    private final Release.Repository releases;
    private final ReleaseReader.Log readers;
    private final Event<Released> released;
    private final ObjectMapper json;

    Releases(Release.Repository releases, ReleaseReader.Log readers, Event<Released> released, ObjectMapper json) {
        this.releases = releases;
        this.readers = readers;
        this.released = released;
        this.json = json;
    }

    /**
     * Publishes what the field said in a period; from then on it never changes.
     *
     * @return its id
     */
    public long publish(LocalDate since, LocalDate until, LocalDate today, Disclosed<Picture> picture) {
        long id = keep(new Release(Kind.field_view, since, until, today, write(picture.value())));
        released.fire(new Released.FieldView(id, FieldView.name(since, until)));
        return id;
    }

    /** Lets words surface, dated to the week that begins with this Monday. */
    public void surface(LocalDate week, LocalDate today, Disclosed<Surfaced> words) {
        long id = keep(new Release(Kind.concern, week, week.plusDays(6), today, write(words.value())));
        released.fire(
                new Released.Concern(id, words.value().topic(), words.value().words()));
    }

    /**
     * Publishes the answers to a question.
     *
     * @return its id
     */
    public long tally(LocalDate since, LocalDate until, LocalDate today, Disclosed<Picture> answers) {
        long id = keep(new Release(Kind.question, since, until, today, write(answers.value())));
        released.fire(new Released.Answers(id));
        return id;
    }

    private long keep(Release release) {
        releases.persistAndFlush(release);
        return Objects.requireNonNull(release.id);
    }

    /** What was answered to a question, with shares of those who did. */
    public FieldView tallied(long id) {
        return releases.findByIdOptional(id)
                .filter(release -> release.kind == Kind.question)
                .map(this::read)
                .orElseThrow();
    }

    /** The latest field view that ended by this day. Whoever reads it is noted, where it is a leader or an admin. */
    public Optional<FieldView> fieldViewUntil(LocalDate until) {
        return releases.fieldViewUntil(until).map(this::read);
    }

    public Optional<FieldView> fieldView(long id) {
        return releases.findByIdOptional(id)
                .filter(release -> release.kind == Kind.field_view)
                .map(this::read);
    }

    /** What was told of the field since this day, the newest first: its names, and nothing that was said. */
    public List<Published> publishedSince(LocalDate day) {
        return releases.since(Kind.field_view, day).stream()
                .map(release ->
                        new Published(release.id, FieldView.name(release.since, release.until), release.releasedOn))
                .toList();
    }

    /**
     * That something was told of a period.
     *
     * @param period what it is called
     */
    public record Published(long id, String period, LocalDate on) {}

    /** Field views with smaller ids than this one, the newest first. Lists hold nothing that was said. */
    List<Release> before(long id, int limit) {
        return releases.before(Kind.field_view, id, limit);
    }

    private FieldView read(Release release) {
        readers.note(List.of(release));
        try {
            return new FieldView(
                    Objects.requireNonNull(release.id),
                    release.since,
                    release.until,
                    release.releasedOn,
                    json.readValue(release.body, Picture.class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a release cannot be read", broken);
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
