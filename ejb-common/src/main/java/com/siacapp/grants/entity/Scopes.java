package com.siacapp.grants.entity;

import com.siacapp.clients.entity.Client;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of scopes as requests and tokens write them: names separated by spaces (OAuth 2.1 §1.4.1). */
public final class Scopes {

    private Scopes() {}

    /** The scopes we know among those named; others are ignored, as the answer's {@code scope} will show. */
    public static Set<Scope> parse(String text) {
        var scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(text.split(" "))
                .flatMap(name -> Scope.named(name).stream())
                .forEach(scopes::add);
        return scopes;
    }

    public static String format(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::wireName).collect(Collectors.joining(" "));
    }

    /** Of these scopes, what lies within the limit an administrator set for the client, if there is one. */
    public static Set<Scope> possibleFor(Client client, Set<Scope> asked) {
        return client.scopeLimit().map(limit -> within(parse(limit), asked)).orElse(asked);
    }

    /**
     * What lies within a limit: of full access, each scope of the limit that it stands for. Who the person is can always be
     * asked.
     */
    private static Set<Scope> within(Set<Scope> limit, Set<Scope> asked) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.isCoveredBy(asked))
                .filter(scope -> !scope.isForTools() || limit.contains(scope))
                .collect(Collectors.toSet());
    }

    /** What a client gets that asks for nothing: to look. */
    public static Set<Scope> byDefault() {
        return Arrays.stream(Scope.values()).filter(Scope::isReadOnly).collect(Collectors.toSet());
    }
}
