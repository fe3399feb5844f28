import type { ServiceKind } from '../../../shared/contract/identity.ts';

/** Where a project writes down what it depends on. */
export type Ecosystem = 'npm' | 'python' | 'rust' | 'go' | 'java' | 'php' | 'ruby';

export interface Framework {
  /** As the manifest calls it; no two ecosystems have one name. */
  readonly name: string;
  readonly ecosystem: Ecosystem;
  readonly kind: ServiceKind;
  readonly product: string;
}

/**
 * What projects serve with: name, ecosystem, kind, product. A project often has several; the first of its ecosystem counts
 * most. What renders on a server comes before what such a server is written with, and last come the tools that have a
 * command of their own, by which they are known already.
 */
const table = `
next npm dev-server Next.js app
nuxt npm dev-server Nuxt app
@remix-run/node npm dev-server Remix app
@remix-run/express npm dev-server Remix app
@remix-run/serve npm dev-server Remix app
@remix-run/dev npm dev-server Remix app
@remix-run/react npm dev-server Remix app
@react-router/node npm dev-server React Router app
@react-router/express npm dev-server React Router app
@react-router/serve npm dev-server React Router app
@react-router/dev npm dev-server React Router app
@sveltejs/kit npm dev-server SvelteKit app
astro npm dev-server Astro app
@solidjs/start npm dev-server SolidStart app
@tanstack/react-start npm dev-server TanStack Start app
@builder.io/qwik-city npm dev-server Qwik City app
@angular/ssr npm dev-server Angular app
@strapi/strapi npm web Strapi
@keystone-6/core npm web Keystone
payload npm web Payload
@nestjs/core npm web Nest app
@adonisjs/core npm web Adonis app
@feathersjs/feathers npm web Feathers app
@redwoodjs/api-server npm web RedwoodJS app
sails npm web Sails app
@apollo/server npm web Apollo server
fastify npm web Fastify app
express npm web Express app
koa npm web Koa app
hono npm web Hono app
@hapi/hapi npm web Hapi app
restify npm web Restify app
polka npm web Polka app
elysia npm web Elysia app
h3 npm web h3 app
micro npm web Micro app
socket.io npm web Socket.IO server
ws npm web WebSocket server
expo npm dev-server Expo dev server
gatsby npm dev-server Gatsby dev server
@angular/cli npm dev-server Angular dev server
react-scripts npm dev-server Create React App dev server
@vue/cli-service npm dev-server Vue CLI dev server
@docusaurus/core npm dev-server Docusaurus dev server
vitepress npm dev-server VitePress dev server
@11ty/eleventy npm dev-server Eleventy dev server
ember-cli npm dev-server Ember dev server
@rsbuild/core npm dev-server Rsbuild dev server
@rspack/dev-server npm dev-server Rspack dev server
parcel npm dev-server Parcel dev server
vite npm dev-server Vite dev server
webpack-dev-server npm dev-server webpack dev server
webpack-dev-middleware npm dev-server webpack dev server
browser-sync npm dev-server Browsersync
json-server npm dev-server JSON Server
storybook npm dev-server Storybook
@storybook/react npm dev-server Storybook
@storybook/vue3 npm dev-server Storybook
django python dev-server Django app
streamlit python dev-server Streamlit app
gradio python dev-server Gradio app
dash python dev-server Dash app
nicegui python dev-server NiceGUI app
chainlit python dev-server Chainlit app
fastapi python dev-server FastAPI app
litestar python dev-server Litestar app
flask python dev-server Flask app
quart python dev-server Quart app
sanic python dev-server Sanic app
aiohttp python web aiohttp app
tornado python web Tornado app
starlette python dev-server Starlette app
bottle python dev-server Bottle app
falcon python web Falcon app
pyramid python web Pyramid app
cherrypy python web CherryPy app
uvicorn python dev-server Python web server
hypercorn python dev-server Python web server
gunicorn python dev-server Python web server
waitress python dev-server Python web server
jupyter python notebook Jupyter
jupyterlab python notebook Jupyter
notebook python notebook Jupyter
rails ruby dev-server Rails app
hanami ruby dev-server Hanami app
sinatra ruby dev-server Sinatra app
roda ruby dev-server Roda app
grape ruby web Grape app
jekyll ruby dev-server Jekyll server
puma ruby dev-server Ruby web server
laravel/framework php dev-server Laravel app
symfony/framework-bundle php dev-server Symfony app
symfony/symfony php dev-server Symfony app
slim/slim php web Slim app
cakephp/cakephp php dev-server CakePHP app
codeigniter4/framework php dev-server CodeIgniter app
yiisoft/yii2 php dev-server Yii app
leptos rust dev-server Leptos app
dioxus rust dev-server Dioxus app
loco-rs rust web Loco app
axum rust web axum app
actix-web rust web Actix app
rocket rust web Rocket app
warp rust web warp app
poem rust web Poem app
salvo rust web Salvo app
tide rust web tide app
github.com/gin-gonic/gin go web Gin app
github.com/labstack/echo go web Echo app
github.com/gofiber/fiber go web Fiber app
github.com/go-chi/chi go web chi app
github.com/gorilla/mux go web Gorilla app
github.com/beego/beego go web Beego app
github.com/gobuffalo/buffalo go web Buffalo app
github.com/kataras/iris go web Iris app
github.com/pocketbase/pocketbase go web PocketBase app
github.com/julienschmidt/httprouter go web Go web app
spring-boot java web Spring Boot app
quarkus java web Quarkus app
micronaut java web Micronaut app
dropwizard java web Dropwizard app
helidon java web Helidon app
vertx-web java web Vert.x app
javalin java web Javalin app
`;

export const frameworks: readonly Framework[] = [...table.matchAll(/^(\S+) (\S+) (\S+) (.+)$/gm)].map(
  ([, name = '', ecosystem, kind, product = '']) => ({
    name,
    ecosystem: ecosystem as Ecosystem,
    kind: kind as ServiceKind,
    product,
  }),
);

const byName = new Map(frameworks.map((framework) => [framework.name, framework]));

export function frameworkNamed(name: string): Framework | null {
  return byName.get(name) ?? null;
}
