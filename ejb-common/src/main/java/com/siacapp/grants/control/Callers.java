package com.siacapp.grants.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Grant;
import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Subscription;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The people behind access tokens, as of now. What the database says is believed for a second, and no longer than until
 * any grant ends or any role changes, here or on another node. While this node hears no signals, the database is asked
 * every time.
 */
@ApplicationScoped
public class Callers {

    /** Design: a token is dead on every node within this. */
    private static final Duration BELIEVED = Duration.ofSeconds(1);

    private static final int REMEMBERED = 10_000;

    private final Cache<AccessTokenClaims, Seen> seen =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * How often something changed. One number for all of them: whose grant ended need not be found out, and what is being
     * read while it ends is no more believed than what was read before.
     */
    private final AtomicLong changes = new AtomicLong();

    @Inject
    Grants grants;

    @EJB
    Signals signals;

    @Inject
    Clock clock;

    private @Nullable Subscription subscription;

    @PostConstruct
    void listen() {
        subscription = signals.subscribeAtOnce(this::heard);
    }

    @PreDestroy
    void leave() {
        if (subscription != null) {
            subscription.close();
        }
    }

    /** Empty if the grant is over, or person and client are not the token's. */
    public Optional<Caller> behind(AccessTokenClaims claims) {
        var known = seen.getIfPresent(claims);
        if (known == null || !isBelieved(known)) {
            var changesBefore = changes.get();
            var began = System.nanoTime();
            var grant = grants.of(claims).filter(found -> found.isAliveAt(clock.instant()));
            if (grant.isEmpty()) {
                seen.invalidate(claims);
                return Optional.empty();
            }
            known = new Seen(caller(claims, grant.get()), grant.get().expiresAt(), changesBefore, began);
            seen.put(claims, known);
        }
        return clock.instant().isBefore(known.grantEnds()) ? Optional.of(known.caller()) : Optional.empty();
    }

    private boolean isBelieved(Seen known) {
        return known.changesBefore() == changes.get()
                && System.nanoTime() - known.readAt() < BELIEVED.toNanos()
                && subscription != null
                && subscription.isListening();
    }

    private void heard(Signal signal) {
        switch (signal.kind()) {
            // A changed role changes the lists that its person sees.
            case GRANT_ENDED, TOOLS_CHANGED, MISSED -> changes.incrementAndGet();
            default -> {
                // Nothing about whom a token stands for.
            }
        }
    }

    private static Caller caller(AccessTokenClaims claims, Grant grant) {
        var user = grant.user();
        return new Caller(
                user.id(),
                user.name(),
                user.email(),
                grant.tenant().id(),
                grant.tenant().name(),
                user.role(),
                claims.scopes(),
                grant.id(),
                claims.clientId(),
                claims.boundKey().isPresent(),
                claims.expiresAt());
    }

    /** @param readAt by {@link System#nanoTime} */
    private record Seen(Caller caller, Instant grantEnds, long changesBefore, long readAt) {}
}
