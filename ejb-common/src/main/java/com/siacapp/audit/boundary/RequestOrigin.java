package com.siacapp.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the request at hand came from. The web layer says so when a request arrives; work of the server's own has none. */
@RequestScoped
public class RequestOrigin {

    private @Nullable String address;

    public void cameFrom(String networkAddress) {
        address = networkAddress;
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }
}
