package com.siacapp.grants.control;

import com.siacapp.grants.entity.DeviceAuthorization;
import com.siacapp.grants.entity.UserCode;
import com.siacapp.keys.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The stored device authorizations. */
@ApplicationScoped
public class StoredDeviceAuthorizations {

    private static final String OF_USER_CODE = "select d from DeviceAuthorization d where d.userCodeHash = :hash";

    @PersistenceContext
    EntityManager entities;

    public void add(DeviceAuthorization authorization) {
        entities.persist(authorization);
    }

    public Optional<DeviceAuthorization> find(UserCode code) {
        return entities.createQuery(OF_USER_CODE, DeviceAuthorization.class)
                .setParameter("hash", code.hash())
                .getResultStream()
                .findFirst();
    }

    /** Who asks under this code. */
    public Optional<String> clientOf(UserCode code) {
        return entities.createQuery(
                        "select d.clientId from DeviceAuthorization d where d.userCodeHash = :hash", String.class)
                .setParameter("hash", code.hash())
                .getResultStream()
                .findFirst();
    }

    /** What waits under this code, to be changed: whoever else wants to waits for this transaction. */
    public Optional<DeviceAuthorization> lock(UserCode code) {
        return entities.createQuery(OF_USER_CODE, DeviceAuthorization.class)
                .setParameter("hash", code.hash())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public Optional<DeviceAuthorization> lock(Secret deviceCode) {
        return Optional.ofNullable(
                entities.find(DeviceAuthorization.class, deviceCode.hash(), LockModeType.PESSIMISTIC_WRITE));
    }
}
