package com.siacapp.signals.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.siacapp.signals.control.Listening;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Signal.Kind;
import com.siacapp.signals.entity.Subscription;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends signals to every node, and tells those that are heard on this one to whoever subscribed. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Signals {

    private static final Logger LOG = Logger.getLogger(Signals.class);

    private static final JsonMapper JSON = new JsonMapper();

    /** Longer than the listener takes to notice. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    @PersistenceContext
    EntityManager entities;

    @Resource(lookup = "java:jboss/datasources/siac-signals")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    TransactionSynchronizationRegistry transactions;

    private final List<Consumer<Signal>> consumers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Signal>> hurried = new CopyOnWriteArrayList<>();

    private @Nullable Listening listening;
    private @Nullable Thread thread;

    @PostConstruct
    void start() {
        var started = new Listening(database, this::tell);
        var listener = threads.newThread(started);
        listener.setName("siac-signals");
        listener.start();
        listening = started;
        thread = listener;
    }

    @PreDestroy
    void stop() {
        consumers.clear();
        hurried.clear();
        if (listening != null && thread != null) {
            listening.stop();
            try {
                thread.join(LONGEST_STOP.toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Sends one signal, see {@link #send(Collection)}. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void send(Signal signal) {
        send(List.of(signal));
    }

    /**
     * Every node hears them, in this order, when the caller's transaction commits (at once, if there is none), and nobody
     * if it rolls back. One round trip to the database, whatever their number. PostgreSQL lets transactions that send commit
     * one after the other: this is for what happens now and then, not for each of thousands of rows.
     *
     * @throws IllegalArgumentException for MISSED, which nobody sends
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void send(Collection<Signal> signals) {
        if (signals.stream().anyMatch(signal -> signal.kind() == Kind.MISSED)) {
            throw new IllegalArgumentException("Nobody sends MISSED");
        }
        if (!signals.isEmpty()) {
            entities.createNativeQuery("select pg_notify(?1, signal)"
                            + " from jsonb_array_elements_text(cast(?2 as jsonb)) signal")
                    .setParameter(1, Signal.CHANNEL)
                    .setParameter(2, array(signals))
                    .getResultList();
            transactions.registerInterposedSynchronization(new Committed(List.copyOf(signals)));
        }
    }

    /**
     * From now on this consumer is told every signal, one after the other, on one thread for all consumers: it hands over
     * what takes time. What it throws is logged and harms nobody. It hears of every change that is committed from now on, or
     * {@link Signal#MISSED} after that: whoever subscribes first and reads afterwards misses nothing. Closes with the
     * component that subscribed.
     */
    public Subscription subscribe(Consumer<Signal> consumer) {
        consumers.add(consumer);
        return new Delivery(consumer);
    }

    /**
     * As {@link #subscribe}, and of what is sent on this node this consumer is told as soon as it is committed, before
     * whoever sent it goes on; it hears it a second time with everybody else.
     */
    public Subscription subscribeAtOnce(Consumer<Signal> consumer) {
        hurried.add(consumer);
        return subscribe(consumer);
    }

    private void tell(Signal signal) {
        tell(signal, consumers);
    }

    private static void tell(Signal signal, List<Consumer<Signal>> those) {
        for (var consumer : those) {
            try {
                consumer.accept(signal);
            } catch (RuntimeException | Error faulty) {
                LOG.errorf(faulty, "Whoever was told of %s failed.", signal.kind());
            }
        }
    }

    private static String array(Collection<Signal> signals) {
        try {
            return JSON.writeValueAsString(signals.stream().map(Signal::payload).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can be written as JSON", impossible);
        }
    }

    /** Spares those who ask often the way through the container. */
    private final class Delivery implements Subscription {

        private final Consumer<Signal> consumer;

        private Delivery(Consumer<Signal> consumer) {
            this.consumer = consumer;
        }

        @Override
        public boolean isListening() {
            return listening != null && listening.isListening();
        }

        @Override
        public void close() {
            consumers.remove(consumer);
            hurried.remove(consumer);
        }
    }

    /** Tells those in a hurry what this node's transaction said, unless it was rolled back. */
    private final class Committed implements Synchronization {

        private final List<Signal> signals;

        private Committed(List<Signal> signals) {
            this.signals = signals;
        }

        @Override
        public void beforeCompletion() {
            // Nobody is told what may not come to pass.
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_ROLLEDBACK) {
                signals.forEach(signal -> tell(signal, hurried));
            }
        }
    }
}
