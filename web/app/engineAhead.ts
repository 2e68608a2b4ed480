/** To be imported first: the page's engine starts before the page's own modules run. */
import { startAhead } from "../engine/startEngine";

startAhead();
