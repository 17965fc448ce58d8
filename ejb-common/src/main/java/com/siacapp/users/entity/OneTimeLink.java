package com.siacapp.users.entity;

import com.siacapp.keys.entity.Secret;
import com.siacapp.tenants.entity.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that one person hands to another, because we send no e-mail: to found a company, to join one, or to set a new
 * password. Whoever holds the secret may use it once; we hold its hash.
 */
@Entity
@Table(name = "one_time_link")
public class OneTimeLink {

    /** What its holder may do. */
    public enum Kind {
        /** Found a company and keep the installation. Made by the launcher. */
        SETUP,
        /** Join a company. */
        INVITATION,
        /** Set the password of one person anew (ASVS 6.4.6: whoever starts it never chooses it). */
        PASSWORD_RESET
    }

    @Id
    private UUID id;

    @Column(name = "secret_hash")
    private String secretHash;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "tenant_id")
    private @Nullable Tenant tenant;

    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private @Nullable Role role;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by")
    private @Nullable User createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    private OneTimeLink(Kind kind, Tenant tenant, String secretHash, Instant now, Duration lifespan) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.tenant = tenant;
        this.secretHash = secretHash;
        this.createdAt = now;
        this.expiresAt = now.plus(lifespan);
    }

    @SuppressWarnings("NullAway.Init")
    protected OneTimeLink() {}

    /** Into the company of the administrator who invites. */
    public static OneTimeLink invitation(
            User administrator, String email, Role role, Secret secret, Instant now, Duration lifespan) {
        var link = new OneTimeLink(Kind.INVITATION, administrator.tenant(), secret.hash(), now, lifespan);
        link.createdBy = administrator;
        link.email = User.canonicalEmail(email);
        link.role = role;
        return link;
    }

    /** Into a company that the operator made, as its first administrator. */
    public static OneTimeLink firstInvitation(
            User operator, Tenant company, String email, Secret secret, Instant now, Duration lifespan) {
        var link = invitation(operator, email, Role.ADMINISTRATOR, secret, now, lifespan);
        link.tenant = company;
        return link;
    }

    public static OneTimeLink passwordReset(
            User administrator, User person, Secret secret, Instant now, Duration lifespan) {
        var link = passwordReset(person, secret.hash(), now, lifespan);
        link.createdBy = administrator;
        return link;
    }

    /** By nobody of the company, but on the command line, where the secret stays. */
    public static OneTimeLink passwordReset(User person, String secretHash, Instant now, Duration lifespan) {
        var link = new OneTimeLink(Kind.PASSWORD_RESET, person.tenant(), secretHash, now, lifespan);
        link.user = person;
        return link;
    }

    /** Whether it can be used. A link dies with its maker's power to make it, and with the account it is for. */
    public boolean isOpenAt(Instant now) {
        return usedAt == null
                && withdrawnAt == null
                && now.isBefore(expiresAt)
                && (createdBy == null || mayStillMakeIt(createdBy))
                && (user == null || !user.isDisabled())
                && (tenant == null || !tenant.isDisabled());
    }

    /** Into another's company only the installation's operator invites. */
    private boolean mayStillMakeIt(User maker) {
        var isOwnCompany = tenant != null && tenant.id().equals(maker.tenant().id());
        return isOwnCompany ? maker.isAdministrator() : maker.isOperator() && !maker.isDisabled();
    }

    public boolean isFor(Kind wanted) {
        return kind == wanted;
    }

    public UUID id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Tenant> tenant() {
        return Optional.ofNullable(tenant);
    }

    /** Who is invited. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** As what. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    /** Whose password it resets. */
    public Optional<User> user() {
        return Optional.ofNullable(user);
    }

    public Optional<User> createdBy() {
        return Optional.ofNullable(createdBy);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
