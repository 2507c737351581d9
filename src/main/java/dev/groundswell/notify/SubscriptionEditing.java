package dev.groundswell.notify;

import dev.groundswell.access.Audit;
import dev.groundswell.http.MergePatch;
import dev.groundswell.http.ProblemException;
import dev.groundswell.http.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and changes subscriptions, within a transaction. */
@ApplicationScoped
class SubscriptionEditing {

    /** Both secrets sign for so long, so that a receiver can change over in peace. */
    private static final Duration BOTH = Duration.ofHours(24);

    private final Subscription.Repository subscriptions;
    private final Outgoing.Repository outgoing;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    SubscriptionEditing(
            Subscription.Repository subscriptions,
            Outgoing.Repository outgoing,
            Secrets secrets,
            Audit audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.outgoing = outgoing;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    Subscription create(SubscriptionBodies.Create body, URI url) {
        var subscription =
                new Subscription(body.kind(), body.name().strip(), secrets.lock(url), body.events(), clock.instant());
        subscriptions.persist(subscription);
        audit.tell("subscription_made", String.valueOf(subscription.id));
        return subscription;
    }

    /** A new signing secret. The one before goes on signing for a day. */
    SigningSecret renew(Subscription subscription) {
        if (subscription.kind != Channel.webhook) {
            throw ProblemException.of(ProblemType.conflict, "Only webhooks are signed");
        }
        var made = SigningSecret.make();
        if (subscription.secret != null) {
            subscription.formerSecret = subscription.secret;
            subscription.formerUntil = clock.instant().plus(BOTH);
            audit.tell("subscription_secret_renewed", String.valueOf(subscription.id));
        }
        subscription.secret = secrets.lock(made);
        subscriptions.flush();
        return made;
    }

    /** @param url what the body asks for, once it was checked */
    void update(Subscription subscription, MergePatch<SubscriptionBodies.Update> body, @Nullable URI url) {
        var value = body.value();
        for (var field : List.of("name", "url", "events", "state")) {
            if (body.has(field) && body.tree().path(field).isNull()) {
                throw ProblemException.invalid("/" + field, "cannot be cleared");
            }
        }
        if (value.name() != null) {
            subscription.name = value.name().strip();
        }
        if (url != null) {
            subscription.url = secrets.lock(url);
        }
        if (value.events() != null) {
            subscription.events = Subscription.words(value.events());
        }
        if (value.state() == Subscription.State.active && !subscription.isActive()) {
            subscription.state = Subscription.State.active;
            subscription.offBecause = null;
            subscription.failures = 0;
            subscription.failingSince = null;
        }
        if (value.state() == Subscription.State.off && subscription.isActive()) {
            subscription.state = Subscription.State.off;
            subscription.offBecause = Subscription.OffBecause.admin;
            // itself first, and then its events
            subscriptions.flush();
            outgoing.giveUp(subscription.id, clock.instant());
        }
        subscriptions.flush();
        audit.tell("subscription_changed", String.valueOf(subscription.id));
    }

    void delete(Subscription subscription) {
        subscriptions.delete(subscription);
        audit.tell("subscription_deleted", String.valueOf(subscription.id));
    }
}
