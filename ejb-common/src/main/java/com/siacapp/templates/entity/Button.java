package com.siacapp.templates.entity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Something to tap below a template. Meta, message templates: components, buttons. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "QUICK_REPLY", value = Button.QuickReply.class),
    @JsonSubTypes.Type(name = "URL", value = Button.Url.class),
    @JsonSubTypes.Type(name = "PHONE_NUMBER", value = Button.PhoneNumber.class),
    @JsonSubTypes.Type(name = "COPY_CODE", value = Button.CopyCode.class),
    @JsonSubTypes.Type(name = "OTP", value = Button.Otp.class)
})
public sealed interface Button {

    Type type();

    /** The label; empty where Meta writes it. */
    String text();

    /** Meta's names of the buttons that can be built here. */
    enum Type {
        QUICK_REPLY,
        URL,
        PHONE_NUMBER,
        COPY_CODE,
        OTP
    }

    /** Sends its label back to the business. */
    record QuickReply(String text) implements Button {
        @Override
        public Type type() {
            return Type.QUICK_REPLY;
        }
    }

    /**
     * Opens a page.
     *
     * @param example the whole address with its variable filled in
     */
    record Url(String text, String url, String example) implements Button {
        @Override
        public Type type() {
            return Type.URL;
        }
    }

    /** Calls a number. */
    record PhoneNumber(String text, String phoneNumber) implements Button {
        @Override
        public Type type() {
            return Type.PHONE_NUMBER;
        }
    }

    /** Copies a coupon code; Meta writes the label. */
    record CopyCode(String example) implements Button {
        @Override
        public Type type() {
            return Type.COPY_CODE;
        }

        @Override
        public String text() {
            return "";
        }
    }

    /**
     * Delivers a one-time password. Meta, authentication templates.
     *
     * @param text the label of the copy button; empty lets Meta write it
     * @param autofillText the label of the autofill button; empty lets Meta write it
     * @param supportedApps the apps that may receive the code, unless it is only copied
     * @param zeroTapTermsAccepted whether the business answers for codes that are filled in without a tap
     */
    record Otp(
            Delivery delivery,
            String text,
            String autofillText,
            List<SupportedApp> supportedApps,
            boolean zeroTapTermsAccepted)
            implements Button {

        public Otp {
            supportedApps = List.copyOf(supportedApps);
        }

        @Override
        public Type type() {
            return Type.OTP;
        }
    }

    /** How the code gets from the message to the app; Meta's {@code otp_type}. */
    enum Delivery {
        COPY_CODE,
        ONE_TAP,
        ZERO_TAP
    }

    /** An Android app that may receive a code. */
    record SupportedApp(String packageName, String signatureHash) {}
}
