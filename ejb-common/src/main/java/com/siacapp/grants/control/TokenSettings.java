package com.siacapp.grants.control;

import com.nimbusds.jose.JWSAlgorithm;
import com.siacapp.installation.entity.Setting;
import com.siacapp.keys.boundary.KeyRing;
import java.time.Duration;
import java.util.List;

/** How long codes, tokens and grants last, and how access tokens are signed. */
public interface TokenSettings {

    /** ASVS 10.4.3, level 3. */
    Setting<Duration> CODE_LIFESPAN = Setting.duration(
            "SIAC_AUTHORIZATION_CODE_LIFESPAN", "PT60S", "How long an authorization code can be redeemed.");

    /** RFC 9126 §2.2. */
    Setting<Duration> PUSHED_REQUEST_LIFESPAN = Setting.duration(
            "SIAC_PUSHED_REQUEST_LIFESPAN", "PT90S", "How long a pushed request waits for the browser.");

    Setting<Duration> DECISION_TIME = Setting.duration(
            "SIAC_DECISION_TIME", "PT15M", "How long a person has to sign in and decide about a pushed request.");

    /** RFC 8628 §3.2. */
    Setting<Duration> DEVICE_CODE_LIFESPAN = Setting.duration(
            "SIAC_DEVICE_CODE_LIFESPAN", "PT15M", "How long a device and its person have to come together.");

    Setting<Duration> ACCESS_TOKEN_LIFESPAN = Setting.duration(
            "SIAC_ACCESS_TOKEN_LIFESPAN",
            "PT10M",
            KeyRing.LONGEST_TOKEN_LIFE,
            "How long access tokens and ID tokens last.");

    Setting<Duration> REFRESH_TOKEN_IDLE_LIMIT =
            Setting.duration("SIAC_REFRESH_TOKEN_IDLE_LIMIT", "P30D", "How long a refresh token lasts unused.");

    Setting<Duration> REFRESH_TOKEN_GRACE = Setting.durationOrZero(
            "SIAC_REFRESH_TOKEN_GRACE",
            "PT60S",
            "How long after its first use a refresh token may be traded again, for clients that refresh in parallel; with none, every second use is a replay.");

    Setting<Duration> GRANT_LIFESPAN =
            Setting.duration("SIAC_GRANT_LIFESPAN", "P180D", "How long an act of consent lasts, however it is used.");

    Setting<JWSAlgorithm> ACCESS_TOKEN_ALGORITHM = new Setting<>(
            "SIAC_ACCESS_TOKEN_ALGORITHM",
            "ES256 or RS256",
            "ES256",
            "How access tokens are signed.",
            TokenSettings::algorithm);

    private static JWSAlgorithm algorithm(String name) {
        return List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256).stream()
                .filter(algorithm -> algorithm.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not supported"));
    }
}
