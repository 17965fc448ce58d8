package com.siacapp.users.boundary;

import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Describe;
import com.siacapp.protocol.entity.Spanish;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolResult;
import com.siacapp.users.entity.Role;
import java.util.List;
import java.util.UUID;

/** What a model can ask about the person it works for. */
public class UserTools {

    /** Who the token stands for, as of now. */
    @Tool(
            name = "siac_get_user_info",
            aliases = "get_user_info",
            title = "Who I am",
            description = "The signed-in person: name, e-mail, company (tenant), role and what this connection may do.",
            annotations =
                    @Tool.Annotations(
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    @Spanish(
            title = "Quién soy",
            description = "La persona conectada: nombre, correo, empresa, rol y lo que esta conexión puede hacer.")
    public ToolResult<UserInfo> userInfo(CallContext context) {
        var user = UserInfo.of(context.caller());
        var sentence = context.text("%s works at %s as %s.", "%s trabaja en %s con el rol %s.");
        return ToolResult.of(user, sentence.formatted(user.name(), user.tenant(), user.role()));
    }

    /** A person and what their connection may do. */
    public record UserInfo(
            UUID id,
            String name,
            String email,
            @Describe("The company's name") String tenant,
            @Describe("The company's id") UUID clientId,
            Role role,
            List<String> scopes) {

        static UserInfo of(Caller caller) {
            var scopes = caller.scopes().stream().map(Scope::wireName).sorted().toList();
            return new UserInfo(
                    caller.user(),
                    caller.name(),
                    caller.email(),
                    caller.tenantName(),
                    caller.tenant(),
                    caller.role(),
                    scopes);
        }
    }
}
