package com.siacapp.templates.entity;

/**
 * The first line of a template, or the media above its text. Meta, message templates: components, header.
 *
 * @param text only for {@link Format#TEXT}
 * @param example the value of the text's variable; for media, the sample that Meta reviews: an https link to the file
 *     or the handle Meta gave for it
 */
public record Header(Format format, String text, String example) {

    /** What a header shows. */
    public enum Format {
        /** The template has no header. */
        NONE,
        TEXT,
        IMAGE,
        VIDEO,
        DOCUMENT,
        LOCATION;

        /** Whether a file is sent with each message. */
        public boolean isMedia() {
            return this == IMAGE || this == VIDEO || this == DOCUMENT;
        }
    }

    public static Header none() {
        return new Header(Format.NONE, "", "");
    }

    public static Header text(String text, String example) {
        return new Header(Format.TEXT, text, example);
    }

    public static Header media(Format format, String sample) {
        return new Header(format, "", sample);
    }

    public static Header location() {
        return new Header(Format.LOCATION, "", "");
    }

    public boolean isPresent() {
        return format != Format.NONE;
    }

    public boolean isText() {
        return format == Format.TEXT;
    }
}
