package com.siacapp.commands.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.Author;
import com.siacapp.commands.entity.Answer;
import com.siacapp.commands.entity.Argument;
import com.siacapp.commands.entity.CommandRefused;
import com.siacapp.commands.entity.GivenCommand;
import com.siacapp.commands.entity.OperatorCommand;
import com.siacapp.installation.control.Batches;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The commands in the database. What a command does and its answer are one transaction: it is done once or not at all. */
@Stateless
public class GivenCommands {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String WAITING = """
            select id from operator_command where answer is null and expires_at > now() order by created_at, id""";

    /** What another node is at is left to it. Times are the database's, whatever the clocks of nodes say. */
    private static final String TAKE = """
            select name, arguments::text from operator_command
            where id = ?1 and answer is null and expires_at > now() for update skip locked""";

    private static final String ANSWER = """
            update operator_command set done = ?2, answer = cast(?3 as jsonb) where id = ?1 and answer is null""";

    private static final String FORGET = """
            delete from operator_command where id in (
                select id from operator_command where expires_at < ?1 limit ?2 for update skip locked)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    KeyCommands keys;

    @Inject
    UserCommands users;

    @Inject
    ClientCommands clients;

    @EJB
    AuditLog audit;

    /** Those that nobody answered yet, the oldest first. */
    public List<UUID> waiting() {
        List<?> ids = entities.createNativeQuery(WAITING).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Does it, unless it is done, withdrawn, too old or another node's by now; whether it did. */
    public boolean obey(UUID id) {
        List<?> rows = entities.createNativeQuery(TAKE).setParameter(1, id).getResultList();
        rows.stream().map(row -> given((Object[]) row)).forEach(given -> answer(id, answered(given)));
        return !rows.isEmpty();
    }

    /** After {@link #obey} failed, and with it everything it did. */
    public void fail(UUID id) {
        answer(id, Answer.refused("the server failed to do it, and its log says why"));
    }

    public int forget(Instant endedBefore, int most) {
        return Batches.delete(entities, FORGET, endedBefore, most);
    }

    private Answer answered(GivenCommand given) {
        var command = given.command();
        if (command.isEmpty()) {
            return Answer.refused(
                    "the server does not know this command, so it is of another version than this program");
        }
        var answer = done(command.get(), given);
        audit.record(AuditEvent.of(AuditEventType.COMMAND_GIVEN)
                .by(Author.COMMAND_LINE)
                .detail(command.get().typed() + (answer.isDone() ? "" : ", refused")));
        return answer;
    }

    private Answer done(OperatorCommand command, GivenCommand given) {
        try {
            return switch (command) {
                case KEYS_LIST -> keys.list();
                case KEYS_ROTATE -> keys.rotate();
                case KEYS_RETIRE -> keys.retire(given.require(Argument.KEY));
                case USER_LIST -> users.list(given.text(Argument.COMPANY));
                case USER_RESET_PASSWORD ->
                    users.resetPassword(given.require(Argument.EMAIL), given.require(Argument.SECRET_HASH));
                case USER_DISABLE -> users.disable(given.require(Argument.EMAIL));
                case USER_ENABLE -> users.enable(given.require(Argument.EMAIL));
                case USER_SIGN_OUT -> users.signOut(given.require(Argument.EMAIL), given.has(Argument.APPS));
                case CLIENT_LIST -> clients.list(given.text(Argument.SEARCH));
                case CLIENT_BLOCK -> clients.block(given.require(Argument.CLIENT), given.require(Argument.REASON));
                case CLIENT_UNBLOCK -> clients.unblock(given.require(Argument.CLIENT));
            };
        } catch (CommandRefused refused) {
            return Answer.refused(String.valueOf(refused.getMessage()));
        }
    }

    private void answer(UUID id, Answer answer) {
        try {
            entities.createNativeQuery(ANSWER)
                    .setParameter(1, id)
                    .setParameter(2, answer.isDone())
                    .setParameter(3, JSON.writeValueAsString(answer.lines()))
                    .executeUpdate();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can be written as JSON", impossible);
        }
    }

    /** What is no text is no argument. */
    private static GivenCommand given(Object[] row) {
        try {
            var arguments = JSON.readTree((String) row[1]).properties().stream()
                    .filter(argument -> argument.getValue().isTextual())
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, argument -> argument.getValue().textValue()));
            return new GivenCommand((String) row[0], arguments);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What is stored as JSON is JSON", impossible);
        }
    }
}
