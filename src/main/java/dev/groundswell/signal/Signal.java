package dev.groundswell.signal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A change in the market, as it is kept. */
@Entity
class Signal {

    /** After so many periods in a row in which it is not found again it is cleared. */
    static final int QUIET_PERIODS = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @PartitionKey
    String workspace;

    @Enumerated(EnumType.STRING)
    SignalKind kind;

    String key;
    String dimension;
    String slice;

    @Enumerated(EnumType.STRING)
    Whole whole;

    @Enumerated(EnumType.STRING)
    Direction direction;

    @Enumerated(EnumType.STRING)
    State state;

    LocalDate period;

    @Column(name = "opened_on")
    LocalDate openedOn;

    @Column(name = "cleared_on")
    @Nullable
    LocalDate clearedOn;

    int quiet;

    @Column(name = "last_period")
    LocalDate lastPeriod;

    String found;

    protected Signal() {}

    Signal(Name name, LocalDate period, LocalDate openedOn, String found) {
        this.kind = name.kind();
        this.key = name.key();
        this.dimension = name.slice().dimension();
        this.slice = name.slice().key();
        this.whole = name.whole();
        this.direction = name.direction();
        this.state = State.open;
        this.period = period;
        this.openedOn = openedOn;
        this.lastPeriod = period;
        this.found = found;
    }

    /** Whether it still holds; the words are the tables'. */
    enum State {
        open,
        cleared
    }

    /** What a signal is about: there is one open at a time. */
    record Name(SignalKind kind, String key, Slice slice, Whole whole, Direction direction) {

        Name in(Slice other) {
            return new Name(kind, key, other, whole, direction);
        }
    }

    Name name() {
        return new Name(kind, key, new Slice(dimension, slice), whole, direction);
    }

    /** A later period was scanned; the same one again says nothing new. True where it is cleared by that. */
    boolean isClearedBy(LocalDate scanned, boolean foundAgain, LocalDate today) {
        if (foundAgain) {
            quiet = 0;
        } else if (scanned.isAfter(lastPeriod)) {
            quiet++;
        }
        lastPeriod = scanned.isAfter(lastPeriod) ? scanned : lastPeriod;
        if (quiet >= QUIET_PERIODS) {
            state = State.cleared;
            clearedOn = today;
        }
        return state == State.cleared;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Signal, Long> {

        List<Signal> open() {
            return list("state = ?1 order by id desc", State.open);
        }

        List<Signal> before(long id, @Nullable State state, int limit) {
            return (state == null
                            ? find("id < ?1 order by id desc", id)
                            : find("id < ?1 and state = ?2 order by id desc", id, state))
                    .page(0, limit)
                    .list();
        }

        List<Signal> movedSince(LocalDate day) {
            return list("openedOn >= ?1 or clearedOn >= ?1 order by id desc", day);
        }

        List<Signal> openedSince(LocalDate day) {
            return list("openedOn >= ?1 order by id desc", day);
        }
    }
}
