package com.siacapp.transport.boundary;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.concurrent.RejectedExecutionException;

/**
 * Ends every exchange on the thread that reads its connection. Undertow by itself has the thread that answered go back to
 * reading, and the one that reads spins until it has: on one core as long as the scheduler lets it, a fifth of all CPU.
 */
public class EndOnReadingThread implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            exchange.addExchangeCompleteListener((ended, others) -> {
                if (ended.isInIoThread()) {
                    others.proceed();
                    return;
                }
                try {
                    ended.getIoThread().execute(others::proceed);
                } catch (RejectedExecutionException stopping) {
                    others.proceed();
                }
            });
            next.handleRequest(exchange);
        });
    }
}
