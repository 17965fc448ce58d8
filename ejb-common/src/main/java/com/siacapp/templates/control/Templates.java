package com.siacapp.templates.control;

import com.siacapp.templates.entity.Template;
import com.siacapp.templates.entity.TemplateFilter;
import com.siacapp.templates.entity.TemplateKey;
import com.siacapp.templates.entity.TemplatePage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The templates in the database. Every question is bound to a tenant. */
@ApplicationScoped
public class Templates {
    @PersistenceContext(unitName = "siac")
    EntityManager entities;

    public void add(Template template) {
        entities.persist(template);
    }

    public Optional<Template> find(UUID tenant, UUID id) {
        return entities.createQuery("select t from Template t where t.tenant = :tenant and t.id = :id", Template.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public Optional<Template> find(UUID tenant, TemplateKey key) {
        return entities.createQuery(
                        "select t from Template t where t.tenant = :tenant and t.name = :name and t.language = :language",
                        Template.class)
                .setParameter("tenant", tenant)
                .setParameter("name", key.name())
                .setParameter("language", key.language())
                .getResultStream()
                .findFirst();
    }

    /**
     * The same, with nobody else at this name until the transaction ends: two people who draft it at once do so one after
     * the other, also when it does not exist yet and there is no row to lock.
     */
    public Optional<Template> findAlone(UUID tenant, TemplateKey key) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "%s %s %s".formatted(tenant, key.name(), key.language()))
                .getSingleResult();
        return find(tenant, key);
    }

    /** The page that starts after this key, in the order of the unique index. */
    public TemplatePage list(UUID tenant, TemplateFilter filter, TemplateKey after, int size) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", tenant);
        parameters.put("afterName", after.name());
        parameters.put("afterLanguage", after.language());
        var query = entities.createQuery("""
                select t from Template t
                where t.tenant = :tenant
                and t.name >= :afterName and (t.name > :afterName or t.language > :afterLanguage)%s
                order by t.name, t.language
                """.formatted(conditions(filter, parameters)), Template.class);
        parameters.forEach(query::setParameter);
        var found = query.setMaxResults(size + 1).getResultList();
        return found.size() > size ? new TemplatePage(found.subList(0, size), true) : new TemplatePage(found, false);
    }

    private static String conditions(TemplateFilter filter, Map<String, Object> parameters) {
        var conditions = new StringBuilder();
        if (!filter.nameContains().isEmpty()) {
            conditions.append(" and locate(:part, t.name) > 0");
            parameters.put("part", filter.nameContains());
        }
        if (!filter.language().isEmpty()) {
            conditions.append(" and t.language = :language");
            parameters.put("language", filter.language());
        }
        filter.category().ifPresent(category -> {
            conditions.append(" and t.category = :category");
            parameters.put("category", category);
        });
        filter.state().ifPresent(state -> {
            conditions.append(" and t.state = :state");
            parameters.put("state", state);
        });
        return conditions.toString();
    }
}
