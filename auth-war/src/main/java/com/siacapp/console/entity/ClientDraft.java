package com.siacapp.console.entity;

import com.siacapp.clients.entity.ApplicationType;
import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.ClientMetadata;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.clients.entity.RedirectUri;
import com.siacapp.pages.entity.DisplayName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator typed to register a client.
 *
 * @param isForDevices whether it may ask from devices without a browser (RFC 8628); then it may do without addresses
 */
public record ClientDraft(String name, String redirectUris, boolean isConfidential, boolean isForDevices) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_REDIRECT_URIS = 20;

    public static final ClientDraft EMPTY = new ClientDraft("", "", false, false);

    /** What is wrong with it. */
    public enum Problem {
        NAME,
        REDIRECT_URIS
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
                Optional.empty(),
                isConfidential ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC : ClientAuthenticationMethod.NONE,
                ClientMetadata.Keys.NONE,
                ClientMetadata.Protection.DEFAULT,
                ClientMetadata.Links.NONE,
                ClientMetadata.Software.NONE);
    }

    private Set<GrantType> grantTypes() {
        var types = EnumSet.of(GrantType.REFRESH_TOKEN);
        if (!typed().isEmpty()) {
            types.add(GrantType.AUTHORIZATION_CODE);
        }
        if (isConfidential) {
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
