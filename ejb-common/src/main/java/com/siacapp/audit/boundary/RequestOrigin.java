package com.siacapp.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the request at hand came from. The web layer says so when a request arrives; work of the server's own has none. */
@RequestScoped
public class RequestOrigin {

    private static final int LONGEST_USER_AGENT = 300;

    private @Nullable String address;
    private String userAgent = "";

    public void cameFrom(String networkAddress) {
        address = networkAddress;
    }

    /** What the asking program calls itself: an outsider's text, shortened, without control characters. */
    public void cameWith(@Nullable String program) {
        var printable = program == null ? "" : program.replaceAll("\\p{Cntrl}", "");
        userAgent = printable.substring(0, Math.min(printable.length(), LONGEST_USER_AGENT));
    }

    public String userAgent() {
        return userAgent;
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }
}
