package com.siacapp.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.testkit.Http;
import com.siacapp.testkit.TestArchive;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.helpers.standalone.ServerDeploymentHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An EAR with a tool that is declared wrong never starts to answer. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BrokenDeclarationIT {

    @ArquillianResource
    ManagementClient server;

    @Test
    void a_tool_declared_twice_fails_the_deployment_with_a_sentence_that_names_it() {
        var deployments = new ServerDeploymentHelper(server.getControllerClient());
        var broken = TestArchive.siacAt("/broken", DeclaredTwice.class, DeclaredTwice.Text.class);
        assertThatThrownBy(() -> deployments.deploy("broken.ear", broken))
                .rootCause()
                .hasMessageContaining("siac_get_user_info");
        assertThat(Http.get("/health").status()).isEqualTo(200);
    }
}
