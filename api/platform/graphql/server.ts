import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { formatError, internalError } from './errors.js';
import { languageOfHeader, type Language } from '../../rules/languages.js';

/** What every context has, for the shape of errors. */
export interface RequestBasics extends BaseContext {
  language: Language;
  requestId: string;
}

/** Bounds on one request, well above what the client asks for. */
const armor = new ApolloArmor({
  maxDepth: { n: 12 },
  maxAliases: { n: 30 },
  maxDirectives: { n: 30 },
  // The token limit of graphql-armor throws where Apollo does not expect it: even a missing bracket was
  // answered with 500.
  maxTokens: { enabled: false },
  costLimit: { maxCost: 60_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.3, ignoreIntrospection: true },
  blockFieldSuggestion: { enabled: false },
});

const maxTokens = 4000;

/** Serves GraphQL at `POST /graphql`. */
export async function serveGraphql<Context extends RequestBasics>(
  http: FastifyInstance,
  schema: GraphQLSchema,
  log: Logger,
  context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): Promise<void> {
  const { plugins, validationRules, ...limits } = armor.protect();
  const apollo = new ApolloServer<Context>({
    schema,
    ...limits,
    parseOptions: { maxTokens },
    validationRules,
    // Nothing is cached by hints, and collecting them wraps the resolver of every field of every row.
    plugins: [
      ...(plugins as ApolloServerPlugin<Context>[]),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(http),
      wordErrors(log),
    ],
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    introspection: true,
  });
  await apollo.start();
  await http.register(fastifyApollo(apollo), { context: orInternalError(context, log), method: ['POST'] });
}

/** Apollo answers an error of the context with its own text, and before any plugin: here it gets ours. */
function orInternalError<Context>(
  context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
  log: Logger,
): typeof context {
  return async (request, reply) => {
    try {
      return await context(request, reply);
    } catch (error) {
      const language = languageOfHeader(request.headers['accept-language']);
      const { message, extensions } = internalError(error, { language, requestId: randomUUID(), log });
      throw new GraphQLError(message, { extensions });
    }
  };
}

/** Errors are in the language of the request, so they are formatted here, where the language is known. */
function wordErrors<Context extends RequestBasics>(log: Logger): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, contextValue, errors }) => {
        if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
        response.body.singleResult.errors = response.body.singleResult.errors.map((formatted, index) =>
          formatError(formatted, errors?.[index] ?? formatted, { ...contextValue, log }),
        );
      },
    }),
  };
}
