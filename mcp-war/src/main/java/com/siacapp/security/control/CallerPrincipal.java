package com.siacapp.security.control;

import com.siacapp.grants.entity.Caller;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/** The caller, as the container knows it. The token itself is not kept. */
public final class CallerPrincipal extends JWTCallerPrincipal {

    private static final String NO_TOKEN = "";
    private static final List<String> CLAIMS = List.of(Claims.sub.name(), Claims.groups.name());

    private final Caller caller;

    CallerPrincipal(Caller caller) {
        super(NO_TOKEN, "JWT");
        this.caller = caller;
    }

    public Caller caller() {
        return caller;
    }

    @Override
    protected Collection<String> doGetClaimNames() {
        return CLAIMS;
    }

    @Override
    protected @Nullable Object getClaimValue(String claim) {
        if (claim.equals(Claims.sub.name())) {
            return caller.user().toString();
        }
        return claim.equals(Claims.groups.name()) ? Set.of(caller.role().name()) : null;
    }
}
