package com.siacapp.testkit;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/**
 * Deploys {@link TestArchive} once for all test classes, where Arquillian would deploy anew for each: the EAR takes
 * seconds to start and the tests do not depend on each other.
 */
public class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Once.class);
    }

    /** Lets the first class's events through, with our archive, and gives later classes what came of them. */
    public static class Once {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenarioOfClass;

        @Inject
        private Event<GenerateDeployment> generate;

        private DeploymentScenario scenario;
        private boolean deployed;

        public void generateOnce(@Observes EventContext<GenerateDeployment> context) {
            if (context.getEvent().getTestClass().getJavaClass() == TestArchive.class) {
                context.proceed();
            } else if (scenario == null) {
                generate.fire(new GenerateDeployment(new TestClass(TestArchive.class)));
                scenario = scenarioOfClass.get();
            } else {
                scenarioOfClass.set(scenario);
            }
        }

        public void deployOnce(@Observes EventContext<DeployManagedDeployments> context) {
            if (!deployed) {
                deployed = true;
                context.proceed();
            }
        }

        /** The server's end is soon enough. */
        public void neverUndeploy(@Observes EventContext<UnDeployManagedDeployments> context) {}
    }
}
