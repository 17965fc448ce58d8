package com.siacapp.serviceaccounts.entity;

import static java.util.Objects.requireNonNull;

import com.siacapp.clients.entity.Client;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.ScopesConverter;
import com.siacapp.users.entity.User;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A program of a tenant: whom it acts as, by which credentials, and what it may ask for. */
@Entity
@Table(name = "service_account")
public class ServiceAccount {

    @Id
    private UUID id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "client_id")
    private Client client;

    @Convert(converter = ScopesConverter.class)
    private Set<Scope> scopes;

    @Column(name = "created_at")
    private Instant createdAt;

    public ServiceAccount(User user, Client client, Set<Scope> scopes, Instant now) {
        this.id = UUID.randomUUID();
        this.user = requireNonNull(user);
        this.client = requireNonNull(client);
        this.scopes = Set.copyOf(scopes);
        this.createdAt = requireNonNull(now);
    }

    @SuppressWarnings("NullAway.Init")
    protected ServiceAccount() {}

    public UUID id() {
        return id;
    }

    /** Whom it acts as; its id is the subject of the tokens. */
    public User user() {
        return user;
    }

    public Client client() {
        return client;
    }

    /** Whether it proves itself with keys of its own, rather than with a secret of ours. */
    public boolean usesKeys() {
        return client.authenticationMethod().usesKeys();
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
