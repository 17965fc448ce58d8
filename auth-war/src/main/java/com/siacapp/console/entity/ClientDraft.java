package com.siacapp.console.entity;

import com.siacapp.clients.entity.ApplicationType;
import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.ClientMetadata;
import com.siacapp.clients.entity.ClientMetadata.Keys;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.clients.entity.RedirectUri;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.pages.entity.DisplayName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator typed to register a client.
 *
 * @param jwks the client's public keys as they were typed, for one that has keys
 * @param keys what of that a client can sign with
 * @param scopes beyond which nobody can let the client go; none means no limit
 * @param isForDevices whether it may ask from devices without a browser (RFC 8628); then it may do without addresses
 */
public record ClientDraft(
        String name,
        String redirectUris,
        Kind kind,
        String jwks,
        Optional<Keys> keys,
        Set<Scope> scopes,
        boolean isForDevices) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_REDIRECT_URIS = 20;

    public static final ClientDraft EMPTY = new ClientDraft("", "", Kind.PUBLIC, "", Optional.empty(), Set.of(), false);

    public ClientDraft {
        scopes = Set.copyOf(scopes);
    }

    /** How the client proves who it is; each has a text. */
    public enum Kind {
        PUBLIC,
        SECRET,
        KEYS;

        /** The kind a form names; the weakest if it names none. */
        public static Kind named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElse(PUBLIC);
        }

        /** The kind of a client that there is. */
        public static Kind of(ClientAuthenticationMethod method) {
            return switch (method) {
                case NONE -> PUBLIC;
                case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> SECRET;
                case PRIVATE_KEY_JWT -> KEYS;
            };
        }

        private ClientAuthenticationMethod method() {
            return switch (this) {
                case PUBLIC -> ClientAuthenticationMethod.NONE;
                case SECRET -> ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
                case KEYS -> ClientAuthenticationMethod.PRIVATE_KEY_JWT;
            };
        }
    }

    /** What is wrong with it. */
    public enum Problem {
        NAME,
        REDIRECT_URIS,
        KEYS
    }

    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (name.length() > LONGEST_NAME || new DisplayName(name).isUnknown()) {
            problems.add(Problem.NAME);
        }
        var typed = typed();
        if ((typed.isEmpty() && !isForDevices)
                || typed.size() > MOST_REDIRECT_URIS
                || registrable().size() < typed.size()) {
            problems.add(Problem.REDIRECT_URIS);
        }
        if (kind == Kind.KEYS && keys.isEmpty()) {
            problems.add(Problem.KEYS);
        }
        return problems;
    }

    /** The client this describes, when there is no problem. */
    public ClientMetadata metadata() {
        return new ClientMetadata(
                new DisplayName(name).value(),
                type(),
                registrable(),
                List.of(),
                grantTypes(),
                Optional.of(scopes).filter(limit -> !limit.isEmpty()).map(Scopes::format),
                kind.method(),
                kind == Kind.KEYS ? keys.orElseThrow() : Keys.NONE,
                ClientMetadata.Protection.DEFAULT,
                ClientMetadata.Links.NONE,
                ClientMetadata.Software.NONE);
    }

    private Set<GrantType> grantTypes() {
        var types = EnumSet.of(GrantType.REFRESH_TOKEN);
        if (!typed().isEmpty()) {
            types.add(GrantType.AUTHORIZATION_CODE);
        }
        if (kind != Kind.PUBLIC) {
            types.add(GrantType.JWT_BEARER);
        }
        if (isForDevices) {
            types.add(GrantType.DEVICE_CODE);
        }
        return types;
    }

    private List<RedirectUri> registrable() {
        return typed().stream()
                .flatMap(uri -> RedirectUri.registrable(uri, Optional.of(type())).stream())
                .toList();
    }

    private ApplicationType type() {
        return !typed().isEmpty() && typed().stream().allMatch(uri -> uri.startsWith("https:"))
                ? ApplicationType.WEB
                : ApplicationType.NATIVE;
    }

    private List<String> typed() {
        return redirectUris
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
