import assert from 'node:assert/strict';

/** What the server lists; its pages are so small that the list of tools has more than one. */
export const lists = ({ client, wire, kind }) => ({
  pagination: async () => {
    const names = await kind.pages((params) => client.listTools(params), 'tools');
    assert.equal(new Set(names.map(({ name }) => name)).size, names.length, 'none is listed twice');
    for (const expected of ['siac_get_user_info', 'test_simple_text', 'test_update_resource']) {
      assert.ok(names.some(({ name }) => name === expected), expected);
    }
    assert.ok(names.find(({ name }) => name === 'siac_get_user_info').outputSchema);
    const [icon] = names.find(({ name }) => name === 'greet').icons;
    assert.match(icon.src, /^data:image\/png;base64,/);
    const cursors = wire.messages().filter(({ message }) => message.method === 'tools/list' && message.params?.cursor);
    assert.ok(cursors.length > 0, 'it took several pages');
  },
  resources: async () => {
    const resources = await kind.pages((params) => client.listResources(params), 'resources');
    assert.ok(resources.some(({ uri }) => uri === 'test://static-text'));
    const [content] = (await client.readResource({ uri: 'test://static-text' })).contents;
    assert.equal(content.text, 'This is the content of the static text resource.');
    const [image] = (await client.readResource({ uri: 'test://static-binary' })).contents;
    assert.ok(image.blob);
  },
  'resource templates': async () => {
    const templates = await kind.pages((params) => client.listResourceTemplates(params), 'resourceTemplates');
    assert.ok(templates.some(({ uriTemplate }) => uriTemplate === 'test://template/{id}/data'));
    const [content] = (await client.readResource({ uri: 'test://template/123/data' })).contents;
    assert.equal(JSON.parse(content.text).id, '123');
  },
  prompts: async () => {
    const prompts = await kind.pages((params) => client.listPrompts(params), 'prompts');
    assert.ok(prompts.some(({ name }) => name === 'test_prompt_with_arguments'));
    const { messages } = await client.getPrompt({
      name: 'test_prompt_with_arguments',
      arguments: { arg1: 'hello', arg2: 'world' },
    });
    assert.equal(messages[0].content.text, "Prompt with arguments: arg1='hello', arg2='world'");
  },
  'a prompt that asks': async () => {
    const { messages } = await client.getPrompt({ name: 'test_input_required_result_prompt' });
    assert.equal(messages[0].content.text, 'Prompt with context: Ana');
  },
  completion: async () => {
    const ref = { type: 'ref/prompt', name: 'test_prompt_with_arguments' };
    const { completion } = await client.complete({ ref, argument: { name: 'arg1', value: 'par' } });
    assert.deepEqual(completion.values, ['paris', 'park', 'party']);
  },
  'completion with what was typed before': async () => {
    const ref = { type: 'ref/prompt', name: 'test_prompt_with_arguments' };
    const { completion } = await client.complete({
      ref,
      argument: { name: 'arg2', value: '' },
      context: { arguments: { arg1: 'paris' } },
    });
    assert.deepEqual(completion.values, ['paris and more']);
  },
  'completion of a resource template': async () => {
    const ref = { type: 'ref/resource', uri: 'test://template/{id}/data' };
    const { completion } = await client.complete({ ref, argument: { name: 'id', value: '12' } });
    assert.deepEqual(completion.values, ['123', '124']);
  },
});
