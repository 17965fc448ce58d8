package com.siacapp.limits.entity;

/**
 * What strangers may make us write from anywhere in the world. When there is too much of it nobody is shut out by another:
 * each neighbourhood of networks then has a small share.
 */
public enum Flood {
    REGISTRATIONS(
            Limit.REGISTRATIONS_PER_ADDRESS,
            Limit.REGISTRATIONS_PER_NEIGHBOURHOOD,
            Limit.REGISTRATIONS,
            Limit.REGISTRATIONS_IN_A_FLOOD),
    DEVICE_AUTHORIZATIONS(
            Limit.DEVICE_AUTHORIZATIONS_PER_ADDRESS,
            Limit.DEVICE_AUTHORIZATIONS_PER_NEIGHBOURHOOD,
            Limit.DEVICE_AUTHORIZATIONS_PER_CLIENT,
            Limit.DEVICE_AUTHORIZATIONS_IN_A_FLOOD);

    /** Ten neighbourhoods make no flood, not even where their windows begin and end within one of the total. */
    private static final int FEWEST_SENDERS = 20;

    private final Limit perAddress;
    private final Limit perNeighbourhood;
    private final Limit total;
    private final Limit shareInFlood;

    Flood(Limit perAddress, Limit perNeighbourhood, Limit total, Limit shareInFlood) {
        this.perAddress = perAddress;
        this.perNeighbourhood = perNeighbourhood;
        this.total = total;
        this.shareInFlood = shareInFlood;
    }

    /** How much of it may come from one network. */
    public Limit perAddress() {
        return perAddress;
    }

    /** How much of it may come from one neighbourhood. */
    public Limit perNeighbourhood() {
        return perNeighbourhood;
    }

    /** How much of it there may be before it is a flood. */
    public Limit total() {
        return total;
    }

    /** How much of it may come from one neighbourhood in a flood. */
    public Limit shareInFlood() {
        return shareInFlood;
    }

    /** How much of what comes from one neighbourhood counts in the total. */
    public long shareOfTotal() {
        return Math.max(1, total.rate().times() / FEWEST_SENDERS);
    }
}
