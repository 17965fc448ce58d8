package com.siacapp.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Listener;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.TestArchive;
import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.net.URI;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.as.controller.client.helpers.standalone.ServerDeploymentHelper;
import org.jboss.as.controller.client.helpers.standalone.ServerDeploymentHelper.ServerDeploymentException;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that leaves sends its listeners elsewhere. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LeavingServerIT {

    private static final String TOOLS = "{\"toolsListChanged\": true}";

    @ArquillianResource
    ManagementClient server;

    private final String token =
            OAuthClient.registered().tokensFor(Person.AUTHOR).access();

    @Test
    void a_server_that_suspends_ends_its_streams_with_their_result() throws IOException {
        var listener = Listener.with(token, TOOLS);
        execute("suspend");
        try {
            assertThat(listener.result().path("resultType").asText()).isEqualTo("complete");
        } finally {
            execute("resume");
        }
        Listener.with(token, TOOLS).close();
    }

    @Test
    void a_deployment_that_ends_ends_its_streams_with_their_result() throws ServerDeploymentException {
        var deployments = new ServerDeploymentHelper(server.getControllerClient());
        var neighbour = deployments.deploy("neighbour.ear", TestArchive.siacAt("/neighbour"));
        var listener = Listener.at(URI.create(TestServer.address() + "/neighbour/mcp"), token, TOOLS);
        listener.until("notifications/subscriptions/acknowledged");
        deployments.undeploy(neighbour);
        assertThat(listener.result().path("resultType").asText()).isEqualTo("complete");
    }

    private void execute(String operation) throws IOException {
        var result = server.getControllerClient()
                .execute(Operations.createOperation(operation, new ModelNode().setEmptyList()));
        assertThat(Operations.isSuccessfulOutcome(result)).as(result.toString()).isTrue();
    }
}
