package com.siacapp.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.ServerLog;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of requests: their ids, lines, numbers and spans. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ObservabilityIT {

    private static final String TOOL = "siac_get_system_info";

    @Test
    void a_request_is_one_line_of_the_log_under_the_id_its_client_has() {
        var mcp = Mcp.as(Person.AUTHOR);
        var answers = new Answer[1];
        var log = ServerLog.during(() -> answers[0] = mcp.call(TOOL, Map.of()));
        var id = answers[0].header("X-Request-Id");
        assertThat(id).hasSize(36);
        assertThat(log.lines().filter(line -> line.contains("request=" + id)))
                .singleElement()
                .asString()
                .containsPattern(
                        "method=tools/call tool=%s outcome=ok ms=[0-9.]+ user=\\S+ client=\\S+".formatted(TOOL))
                .doesNotContain(mcp.token());
    }

    @Test
    void a_request_that_http_refuses_has_an_id_and_a_line_too() {
        var answers = new Answer[1];
        var log = ServerLog.during(() -> answers[0] =
                Mcp.as(Person.AUTHOR).send("{}", request -> request.setHeader("Content-Type", "text/plain")));
        assertThat(log).contains("request=" + answers[0].header("X-Request-Id") + " method=none outcome=http_415");
        assertThat(Mcp.with("").ping().header("X-Request-Id")).hasSize(36);
    }
}
