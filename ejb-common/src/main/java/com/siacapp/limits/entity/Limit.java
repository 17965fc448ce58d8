package com.siacapp.limits.entity;

import com.siacapp.installation.entity.Setting;

/**
 * Everything that is limited, each with its setting. Limits by network address alone stand only where strangers make us
 * write or work: vendors such as OpenAI and Anthropic send many people's requests from a few addresses.
 */
public enum Limit {
    /** Clients registered from one network, and changes to them. */
    REGISTRATIONS_PER_ADDRESS("SIAC_LIMIT_REGISTRATIONS_PER_ADDRESS", "60/PT10M"),
    /** Clients registered from one neighbourhood of networks. */
    REGISTRATIONS_PER_NEIGHBOURHOOD("SIAC_LIMIT_REGISTRATIONS_PER_NEIGHBOURHOOD", "180/PT10M"),
    /** Clients registered by everybody: more are a flood, in which each neighbourhood has a small share. */
    REGISTRATIONS("SIAC_LIMIT_REGISTRATIONS", "600/PT10M"),
    /** Clients registered from one neighbourhood of networks while there is a flood of them. */
    REGISTRATIONS_IN_A_FLOOD("SIAC_LIMIT_REGISTRATIONS_IN_A_FLOOD", "5/PT10M"),
    /** Fetches of keys of clients that registered themselves and were never let in, by the network that asks. */
    KEY_FETCHES_PER_ADDRESS("SIAC_LIMIT_KEY_FETCHES_PER_ADDRESS", "30/PT5M"),
    /** Authorization requests pushed from one network, since public clients need no secret to push. */
    PUSHED_REQUESTS_PER_ADDRESS("SIAC_LIMIT_PUSHED_REQUESTS_PER_ADDRESS", "300/PT5M"),
    /** Device authorizations from one network, since public clients need no secret to ask for them. */
    DEVICE_AUTHORIZATIONS_PER_ADDRESS("SIAC_LIMIT_DEVICE_AUTHORIZATIONS_PER_ADDRESS", "300/PT5M"),
    /** Device authorizations of one client from one neighbourhood of networks. */
    DEVICE_AUTHORIZATIONS_PER_NEIGHBOURHOOD("SIAC_LIMIT_DEVICE_AUTHORIZATIONS_PER_NEIGHBOURHOOD", "600/PT5M"),
    /** Device authorizations of one client: more are a flood, in which each neighbourhood has a small share. */
    DEVICE_AUTHORIZATIONS_PER_CLIENT("SIAC_LIMIT_DEVICE_AUTHORIZATIONS_PER_CLIENT", "3000/PT5M"),
    /** Device authorizations of one client from one neighbourhood of networks while there is a flood of them. */
    DEVICE_AUTHORIZATIONS_IN_A_FLOOD("SIAC_LIMIT_DEVICE_AUTHORIZATIONS_IN_A_FLOOD", "10/PT5M"),
    /** Codes of devices that one person enters, right or wrong (RFC 8628 §5.1): one of 20^8 is not found so. */
    USER_CODES_PER_PERSON("SIAC_LIMIT_USER_CODES_PER_PERSON", "20/PT15M"),
    /** Wrong codes of devices from one network, whoever enters them. */
    WRONG_USER_CODES_PER_ADDRESS("SIAC_LIMIT_WRONG_USER_CODES_PER_ADDRESS", "100/PT15M"),
    /** Wrong secrets and assertions of one client from one network: the client's other installations are not punished. */
    CLIENT_AUTHENTICATION_FAILURES("SIAC_LIMIT_CLIENT_AUTHENTICATION_FAILURES", "60/PT5M"),
    /** Failed sign-ins from one network, whoever was tried. */
    SIGN_IN_FAILURES_PER_ADDRESS("SIAC_LIMIT_SIGN_IN_FAILURES_PER_ADDRESS", "30/PT5M"),
    /** Failed sign-ins of one person from everywhere. It locks nobody out: see {@code users.control.SignInGuard}. */
    SIGN_IN_FAILURES_PER_ACCOUNT("SIAC_LIMIT_SIGN_IN_FAILURES_PER_ACCOUNT", "50/PT1H");

    private final String key;
    private final String fallback;

    Limit(String key, String fallback) {
        this.key = key;
        this.fallback = fallback;
    }

    public Setting<Rate> setting() {
        return Rate.setting(key, fallback);
    }

    public Rate rate() {
        return setting().value();
    }
}
