package com.siacapp.doctor.control;

import com.siacapp.doctor.entity.WebAddress;
import com.siacapp.keys.entity.Secret;
import java.util.Optional;

/** The client that the doctor registered for one examination, and what ends it again (RFC 7592 §3). */
record ProbeClient(String id, Secret verifier, Optional<Management> management) {

    /** Where nobody listens: no code is ever sent there. */
    static final String REDIRECT_URI = "http://127.0.0.1/siac-connection-doctor";

    /** RFC 7636 §4.2. */
    String challenge() {
        return verifier.hash();
    }

    /** Where and with which token the registration is deleted. */
    record Management(WebAddress address, Secret token) {}
}
