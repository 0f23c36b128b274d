// Which offices is nobody proven to hold on a day? 空缺与未见报职位
MATCH (o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($body) = 0 OR b.id IN $body)
  AND (size($place) = 0 OR EXISTS { MATCH (b)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
  AND ($post IS NULL OR o.post = $post)
OPTIONAL MATCH (o)<-[:IN_OFFICE]-(t:Tenure)<-[:HAS_TENURE]-(p:Person)
WHERE t.confidence >= $min_confidence
WITH o, b, p, t,
     CASE
       WHEN t IS NULL THEN null
       WHEN $on IS NULL AND t.first_seen IS NOT NULL THEN 'yes'
       WHEN t.latest_begin <= date($on) AND date($on) <= t.earliest_end THEN 'yes'
       WHEN date($on) < t.earliest_begin THEN 'not yet'
       WHEN date($on) > t.latest_end THEN 'no more'
       ELSE 'unknown'
     END AS held
WITH o, b, sum(CASE WHEN held = 'yes' THEN 1 ELSE 0 END) AS proven,
     collect(DISTINCT CASE WHEN held = 'unknown' THEN p.name END) AS unsure,
     collect(DISTINCT CASE WHEN held = 'no more' THEN p.name END) AS gone,
     max(CASE WHEN t.last_seen < date($on) THEN t.last_seen END) AS before,
     min(CASE WHEN t.first_seen > date($on) THEN t.first_seen END) AS after,
     collect(DISTINCT t.id) AS facts
WHERE proven = 0
RETURN b.name AS body, o.name AS office, o.post AS post,
       CASE WHEN size(unsure) = 0 AND size(gone) > 0 THEN 'vacant' ELSE 'unattested' END AS state,
       unsure AS perhaps, gone AS formerly, before AS seen_before, after AS seen_after,
       b.id AS body_id, o.id AS office_id, facts AS fact_ids
ORDER BY body, body_id, office, office_id
LIMIT $limit
