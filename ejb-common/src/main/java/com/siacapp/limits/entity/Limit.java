package com.siacapp.limits.entity;

import com.siacapp.installation.entity.Setting;

/**
 * Everything that is limited, each with its setting. Limits by network address alone stand only where strangers make us
 * write or work: vendors such as OpenAI and Anthropic send many people's requests from a few addresses.
 */
public enum Limit {
    REGISTRATIONS_PER_ADDRESS(
            "SIAC_LIMIT_REGISTRATIONS_PER_ADDRESS",
            "60/PT10M",
            "Clients registered from one network, and changes to them."),
    REGISTRATIONS_PER_NEIGHBOURHOOD(
            "SIAC_LIMIT_REGISTRATIONS_PER_NEIGHBOURHOOD",
            "180/PT10M",
            "Clients registered from one neighbourhood of networks (256 IPv4 addresses, or the first 48 bits of IPv6)."),
    REGISTRATIONS(
            "SIAC_LIMIT_REGISTRATIONS",
            "600/PT10M",
            "Clients registered by everybody; more are a flood. A twentieth of it is the most that counts of one neighbourhood."),
    REGISTRATIONS_IN_A_FLOOD(
            "SIAC_LIMIT_REGISTRATIONS_IN_A_FLOOD",
            "5/PT10M",
            "Clients registered from one neighbourhood of networks while there is a flood."),
    KEY_FETCHES_PER_ADDRESS(
            "SIAC_LIMIT_KEY_FETCHES_PER_ADDRESS",
            "30/PT5M",
            "Fetches of keys of clients that nobody ever let in, by the network that asks."),
    PUSHED_REQUESTS_PER_ADDRESS(
            "SIAC_LIMIT_PUSHED_REQUESTS_PER_ADDRESS", "300/PT5M", "Authorization requests pushed from one network."),
    DEVICE_AUTHORIZATIONS_PER_ADDRESS(
            "SIAC_LIMIT_DEVICE_AUTHORIZATIONS_PER_ADDRESS", "300/PT5M", "Devices of one network that ask for codes."),
    DEVICE_AUTHORIZATIONS_PER_NEIGHBOURHOOD(
            "SIAC_LIMIT_DEVICE_AUTHORIZATIONS_PER_NEIGHBOURHOOD",
            "600/PT5M",
            "The same of one client in one neighbourhood of networks."),
    DEVICE_AUTHORIZATIONS_PER_CLIENT(
            "SIAC_LIMIT_DEVICE_AUTHORIZATIONS_PER_CLIENT",
            "3000/PT5M",
            "The same of one client everywhere; more are a flood. A twentieth of it is the most that counts of one neighbourhood."),
    DEVICE_AUTHORIZATIONS_IN_A_FLOOD(
            "SIAC_LIMIT_DEVICE_AUTHORIZATIONS_IN_A_FLOOD",
            "10/PT5M",
            "The same of one client in one neighbourhood while there is a flood of them."),
    USER_CODES_PER_PERSON(
            "SIAC_LIMIT_USER_CODES_PER_PERSON", "20/PT15M", "Codes of devices that one person enters, right or wrong."),
    WRONG_USER_CODES_PER_ADDRESS(
            "SIAC_LIMIT_WRONG_USER_CODES_PER_ADDRESS",
            "100/PT15M",
            "Wrong codes of devices from one network, whoever enters them."),
    CLIENT_AUTHENTICATION_FAILURES(
            "SIAC_LIMIT_CLIENT_AUTHENTICATION_FAILURES",
            "60/PT5M",
            "Wrong secrets and assertions of one client from one network."),
    SIGN_IN_FAILURES_PER_ADDRESS(
            "SIAC_LIMIT_SIGN_IN_FAILURES_PER_ADDRESS",
            "30/PT5M",
            "Failed sign-ins from one network, whoever was tried."),
    SIGN_IN_FAILURES_PER_ACCOUNT(
            "SIAC_LIMIT_SIGN_IN_FAILURES_PER_ACCOUNT",
            "50/PT1H",
            "Failed sign-ins of one person from everywhere; it locks nobody out.");

    private final String key;
    private final String fallback;
    private final String purpose;

    Limit(String key, String fallback, String purpose) {
        this.key = key;
        this.fallback = fallback;
        this.purpose = purpose;
    }

    public Setting<Rate> setting() {
        return Rate.setting(key, fallback, purpose);
    }

    public Rate rate() {
        return setting().value();
    }
}
