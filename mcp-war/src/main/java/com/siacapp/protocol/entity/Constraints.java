package com.siacapp.protocol.entity;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;

/** Bean Validation, for the rules of a record that no schema can say: its findings are in the person's language. */
public final class Constraints {

    private final Validator english;
    private final Validator spanish;

    public Constraints(ValidatorFactory factory) {
        english = speaking(Locale.ENGLISH, factory);
        spanish = speaking(CallContext.SPANISH, factory);
    }

    /** One sentence a broken constraint, each naming the field, if it is about one, and never the value. */
    public List<String> brokenBy(Object record, Locale locale) {
        var validator = locale.equals(CallContext.SPANISH) ? spanish : english;
        return validator.validate(record).stream()
                .map(Constraints::sentence)
                .sorted()
                .toList();
    }

    private static String sentence(ConstraintViolation<?> violation) {
        var field = Json.NAMES.translate(violation.getPropertyPath().toString());
        return field.isEmpty() ? violation.getMessage() : field + ": " + violation.getMessage();
    }

    private static Validator speaking(Locale locale, ValidatorFactory factory) {
        var texts = factory.getMessageInterpolator();
        return factory.usingContext()
                .messageInterpolator(new MessageInterpolator() {
                    @Override
                    public String interpolate(String template, Context context) {
                        return texts.interpolate(template, context, locale);
                    }

                    @Override
                    public String interpolate(String template, Context context, Locale ignored) {
                        return texts.interpolate(template, context, locale);
                    }
                })
                .getValidator();
    }
}
