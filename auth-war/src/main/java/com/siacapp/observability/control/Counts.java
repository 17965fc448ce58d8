package com.siacapp.observability.control;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.observability.entity.SignInOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What an operator of an authorization server asks about and no count of requests tells. */
@ApplicationScoped
public class Counts {

    @Inject
    MeterRegistry registry;

    private Map<Enum<?>, Counter> counters = Map.of();

    /** All of them are there from the start, so that the first event of each is seen as a rise. */
    void register(@Observes @Initialized(ApplicationScoped.class) Object application) {
        counters = Stream.of(
                        Stream.of(SignInOutcome.values()).map(outcome -> new Name("siac.sign.ins", "outcome", outcome)),
                        Stream.of(GrantType.values()).map(type -> new Name("siac.tokens.issued", "grant.type", type)),
                        Stream.of(RevocationReason.CODE_REPLAYED, RevocationReason.REFRESH_TOKEN_REPLAYED)
                                .map(replay -> new Name("siac.replays", "what", replay)))
                .flatMap(names -> names)
                .collect(toUnmodifiableMap(Name::value, name -> name.in(registry)));
    }

    public void signIn(SignInOutcome outcome) {
        increment(outcome);
    }

    /** A request of that grant type was answered with tokens. */
    public void issued(GrantType type) {
        increment(type);
    }

    /** A spent code or refresh token was presented, each time it was. */
    public void replayed(RevocationReason what) {
        increment(what);
    }

    private void increment(Enum<?> value) {
        var counter = counters.get(value);
        if (counter != null) {
            counter.increment();
        }
    }

    private record Name(String counter, String label, Enum<?> value) {

        Counter in(MeterRegistry registry) {
            return registry.counter(counter, label, value.name().toLowerCase(Locale.ROOT));
        }
    }
}
