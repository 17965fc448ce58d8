package com.siacapp.pages.entity;

/** What became of a device that asked: the person goes back to it. */
public record UserCodeResultPage(PageAddress address, Outcome outcome) implements Page {

    /** How it ended. */
    public enum Outcome {
        ALLOWED,
        REFUSED,
        /** It waited too long, or was answered before. */
        OVER,
        /** The person's role can give nothing of what it asks for. */
        NOTHING_TO_GIVE
    }

    public boolean isGood() {
        return outcome == Outcome.ALLOWED;
    }

    @Override
    public String template() {
        return "user-code-result";
    }
}
