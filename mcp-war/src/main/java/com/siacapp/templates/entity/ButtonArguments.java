package com.siacapp.templates.entity;

import static com.siacapp.templates.entity.TemplateArguments.textOf;

import com.siacapp.protocol.entity.Describe;
import com.siacapp.templates.entity.Button.Delivery;
import com.siacapp.templates.entity.Button.SupportedApp;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A button as a model writes it: one shape for all types, as Meta's is. */
public record ButtonArguments(
        Button.Type type,

        @Describe("The label; Meta writes that of COPY_CODE and, if absent, that of OTP")
        Optional<@Size(max = 4096) String> text,

        @Describe("URL: the address, with at most one variable at its end")
        Optional<@Size(max = 4096) String> url,

        @Describe("PHONE_NUMBER: with country code, such as +573001234567")
        Optional<@Size(max = 4096) String> phoneNumber,

        @Describe("URL: the whole address with its variable filled in. COPY_CODE: a code")
        Optional<@Size(max = 4096) String> example,

        @Describe("OTP: how the code gets to the app; COPY_CODE if absent")
        Optional<Delivery> otpType,

        @Describe("OTP: the label of the autofill button") Optional<@Size(max = 4096) String> autofillText,

        @Describe("OTP with ONE_TAP or ZERO_TAP: the Android apps that may receive the code")
        Optional<@Size(max = 50) List<AppArguments>> supportedApps,

        @Describe("OTP with ZERO_TAP: that the business accepts Meta's terms for it")
        Optional<Boolean> zeroTapTermsAccepted) {

    Button button() {
        return switch (type) {
            case QUICK_REPLY -> new Button.QuickReply(text.orElse(""));
            case URL -> new Button.Url(text.orElse(""), url.orElse(""), example.orElse(""));
            case PHONE_NUMBER -> new Button.PhoneNumber(text.orElse(""), phoneNumber.orElse(""));
            case COPY_CODE -> new Button.CopyCode(example.orElse(""));
            case OTP ->
                new Button.Otp(
                        otpType.orElse(Delivery.COPY_CODE),
                        text.orElse(""),
                        autofillText.orElse(""),
                        supportedApps.orElseGet(List::of).stream()
                                .map(app -> new SupportedApp(app.packageName(), app.signatureHash()))
                                .toList(),
                        zeroTapTermsAccepted.orElse(false));
        };
    }

    static ButtonArguments of(Button button) {
        var link = button instanceof Button.Url url ? Optional.of(url) : Optional.<Button.Url>empty();
        var call = button instanceof Button.PhoneNumber number
                ? Optional.of(number)
                : Optional.<Button.PhoneNumber>empty();
        var copy = button instanceof Button.CopyCode code ? Optional.of(code) : Optional.<Button.CopyCode>empty();
        var otp = button instanceof Button.Otp password ? Optional.of(password) : Optional.<Button.Otp>empty();
        return new ButtonArguments(
                button.type(),
                textOf(button.text()),
                link.map(Button.Url::url),
                call.map(Button.PhoneNumber::phoneNumber),
                link.map(Button.Url::example)
                        .or(() -> copy.map(Button.CopyCode::example))
                        .flatMap(TemplateArguments::textOf),
                otp.map(Button.Otp::delivery),
                otp.map(Button.Otp::autofillText).flatMap(TemplateArguments::textOf),
                otp.map(Button.Otp::supportedApps)
                        .filter(apps -> !apps.isEmpty())
                        .map(AppArguments::of),
                otp.map(Button.Otp::zeroTapTermsAccepted).filter(accepted -> accepted));
    }

    /** The given fields that mean nothing for this type of button. */
    List<String> misplaced() {
        var meaningful = switch (type) {
            case QUICK_REPLY -> Set.of("text");
            case URL -> Set.of("text", "url", "example");
            case PHONE_NUMBER -> Set.of("text", "phone_number");
            case COPY_CODE -> Set.of("example");
            case OTP -> Set.of("text", "otp_type", "autofill_text", "supported_apps", "zero_tap_terms_accepted");
        };
        return fields().entrySet().stream()
                .filter(field -> field.getValue().isPresent() && !meaningful.contains(field.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Optional<?>> fields() {
        var fields = new LinkedHashMap<String, Optional<?>>();
        fields.put("text", text);
        fields.put("url", url);
        fields.put("phone_number", phoneNumber);
        fields.put("example", example);
        fields.put("otp_type", otpType);
        fields.put("autofill_text", autofillText);
        fields.put("supported_apps", supportedApps);
        fields.put("zero_tap_terms_accepted", zeroTapTermsAccepted);
        return fields;
    }

    /** An Android app that may receive a code. */
    public record AppArguments(
            String packageName,
            @Describe("The signing key hash, 11 characters") String signatureHash) {

        static List<AppArguments> of(List<SupportedApp> apps) {
            return apps.stream()
                    .map(app -> new AppArguments(app.packageName(), app.signatureHash()))
                    .toList();
        }
    }
}
