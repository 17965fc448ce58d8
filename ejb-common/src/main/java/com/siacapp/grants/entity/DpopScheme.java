package com.siacapp.grants.entity;

import static java.util.stream.Collectors.joining;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;

/** What this server tells about DPoP (RFC 9449 §5.1, §7.1). */
public final class DpopScheme {

    /** Algorithms a proof may be signed with. */
    public static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    private DpopScheme() {}

    /** The challenge to who used the scheme. */
    public static String challenge() {
        return "DPoP algs=\"%s\""
                .formatted(ALGORITHMS.stream().map(JWSAlgorithm::getName).collect(joining(" ")));
    }
}
