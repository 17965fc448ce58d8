package com.siacapp.templates.entity;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A template of one tenant. Its name, language and category are legal; its components may still break rules. */
@Entity
public class Template {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenant;

    private String name;

    private String language;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Convert(converter = ComponentsConverter.class)
    private Components components;

    @Column(name = "content_hash")
    private String contentHash;

    @Enumerated(EnumType.STRING)
    private TemplateState state;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Template() {}

    /** A new draft. */
    public Template(UUID tenant, TemplateContent content, UUID author, Instant now) {
        this.id = UUID.randomUUID();
        this.tenant = tenant;
        this.name = content.name();
        this.language = content.language();
        this.state = TemplateState.DRAFT;
        this.createdBy = author;
        this.createdAt = now.truncatedTo(MICROS);
        this.category = categoryOf(content);
        this.components = content.components();
        this.contentHash = ComponentsConverter.hash(components);
        this.updatedAt = createdAt;
    }

    /** Replaces what the draft says; it stays the same template. Saying the same again changes nothing. */
    public void redraft(TemplateContent content, Instant now) {
        if (!content.key().equals(key())) {
            throw new IllegalArgumentException(
                    "The draft of %s cannot become that of %s".formatted(key(), content.key()));
        }
        var newCategory = categoryOf(content);
        var newHash = ComponentsConverter.hash(content.components());
        if (newCategory == category && newHash.equals(contentHash)) {
            return;
        }
        this.category = newCategory;
        this.components = content.components();
        this.contentHash = newHash;
        this.updatedAt = now.truncatedTo(MICROS);
    }

    private static Category categoryOf(TemplateContent content) {
        return content.knownCategory()
                .orElseThrow(() ->
                        new IllegalArgumentException("A template has a known category, not " + content.category()));
    }

    public UUID id() {
        return id;
    }

    public UUID tenant() {
        return tenant;
    }

    public TemplateKey key() {
        return new TemplateKey(name, language);
    }

    public Category category() {
        return category;
    }

    public TemplateContent content() {
        return new TemplateContent(name, language, category.name(), components);
    }

    public String contentHash() {
        return contentHash;
    }

    public TemplateState state() {
        return state;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }
}
