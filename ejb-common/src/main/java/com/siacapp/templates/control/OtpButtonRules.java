package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.AUTHENTICATION_APPS;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_OTP_BUTTON;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_TERMS;
import static com.siacapp.templates.entity.Rule.BUTTONS_OTP_OUTSIDE_AUTHENTICATION;

import com.siacapp.templates.entity.Button;
import com.siacapp.templates.entity.Button.Delivery;
import com.siacapp.templates.entity.Button.SupportedApp;
import com.siacapp.templates.entity.Category;
import com.siacapp.templates.entity.TemplateContent;
import java.util.List;

/** Meta, authentication templates: one-time password buttons. */
final class OtpButtonRules {

    private OtpButtonRules() {}

    static void check(TemplateContent content, Findings findings) {
        var buttons = content.components().buttons();
        if (content.isFor(Category.AUTHENTICATION)) {
            onlyOne(buttons, findings);
        } else if (content.knownCategory().isPresent()) {
            none(buttons, findings);
        }
        for (var button : buttons) {
            if (button instanceof Button.Otp otp && otp.delivery() != Delivery.COPY_CODE) {
                apps(otp, findings);
                terms(otp, findings);
            }
        }
    }

    private static void onlyOne(List<Button> buttons, Findings findings) {
        var passwords = buttons.stream().filter(OtpButtonRules::isOtp).count();
        if (passwords != AUTHENTICATION_OTP_BUTTON.limit() || passwords != buttons.size()) {
            findings.add(AUTHENTICATION_OTP_BUTTON);
        }
    }

    private static void none(List<Button> buttons, Findings findings) {
        if (buttons.stream().anyMatch(OtpButtonRules::isOtp)) {
            findings.add(BUTTONS_OTP_OUTSIDE_AUTHENTICATION);
        }
    }

    private static void apps(Button.Otp otp, Findings findings) {
        var apps = otp.supportedApps();
        if (apps.isEmpty()
                || apps.size() > AUTHENTICATION_APPS.limit(0)
                || !apps.stream().allMatch(OtpButtonRules::isComplete)) {
            findings.add(AUTHENTICATION_APPS);
        }
    }

    private static void terms(Button.Otp otp, Findings findings) {
        if (otp.delivery() == Delivery.ZERO_TAP && !otp.zeroTapTermsAccepted()) {
            findings.add(AUTHENTICATION_TERMS);
        }
    }

    private static boolean isComplete(SupportedApp app) {
        return !app.packageName().isBlank()
                && app.packageName().length() <= AUTHENTICATION_APPS.limit(1)
                && app.signatureHash().length() == AUTHENTICATION_APPS.limit(2);
    }

    private static boolean isOtp(Button button) {
        return button.type() == Button.Type.OTP;
    }
}
